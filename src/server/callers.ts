import { createHash, timingSafeEqual } from "node:crypto";
import { ErrorCode, RequestError } from "../graphql/error.js";

/** Tells callers with a key from those without, who may ask for less at once. */
export class Callers {
  readonly #digests: readonly Buffer[];

  constructor(keys: readonly string[]) {
    this.#digests = keys.map(digest);
  }

  /**
   * Whether the header holds one of the keys, as `Bearer …` (RFC 6750). It takes as long whatever stands in it.
   * @throws {RequestError} `UNAUTHENTICATED` for a key that is none of them
   */
  haveKey(authorization: string | undefined): boolean {
    const [scheme, given] = (authorization ?? "").split(" ");
    if (this.#digests.length === 0 || scheme?.toLowerCase() !== "bearer") return false;
    const asked = digest(given ?? "");
    // Every key is compared, whether or not an earlier one was it.
    const matches = this.#digests.filter((each) => timingSafeEqual(each, asked));
    if (matches.length > 0) return true;
    throw new RequestError(ErrorCode.UNAUTHENTICATED, "expected one of the keys of this service, or none at all");
  }

  /** For what is not for everybody; where there are no keys, it is. @throws {RequestError} `UNAUTHENTICATED` */
  expectKey(authorization: string | undefined): void {
    if (this.#digests.length === 0 || this.haveKey(authorization)) return;
    throw new RequestError(ErrorCode.UNAUTHENTICATED, "expected one of the keys of this service");
  }
}

/** All of one length, whatever the length of the key. */
function digest(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}
