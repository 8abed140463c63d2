import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const seed = 1;
const parts = 2 ** 32;

/**
 * Draws by Zipf's law: of items in an order of popularity, each is drawn as often as one divided by its place. The
 * order is a random one, so that what is popular has nothing to do with what it is. The same each time.
 */
export function drawnByZipf<Item>(items: readonly Item[], count: number): Item[] {
  const random = xoroshiro128plus(seed);
  const popular = [...items];
  for (let last = popular.length - 1; last > 0; last--) {
    const other = uniformInt(random, 0, last);
    [popular[last], popular[other]] = [popular[other] as Item, popular[last] as Item];
  }
  let sum = 0;
  const sums = popular.map((_item, index) => (sum += 1 / (index + 1)));
  return Array.from({ length: count }, () => {
    const at = (uniformInt(random, 0, parts - 1) / parts) * sum;
    return popular[firstAbove(sums, at)] as Item;
  });
}

/** The place of the first of ascending values that is greater. */
function firstAbove(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
