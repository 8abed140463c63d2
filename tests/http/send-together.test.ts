import { expect, test } from "@jest/globals";
import fastify from "fastify";
import { sendTogether } from "../../src/server/send-together.js";

/**
 * Makes answers when all requests are there, one after another in one turn of the event loop, working so many
 * milliseconds for each; tells in which order things happened.
 */
async function happened(requests: number, milliseconds: number): Promise<readonly string[]> {
  const events: string[] = [];
  const there: (() => void)[] = [];
  const app = fastify();
  sendTogether(app);
  app.addHook("onSend", async () => void events.push("sent"));
  app.get("/", async () => {
    await new Promise<void>((resolve) => {
      if (there.push(resolve) === requests) for (const go of there) setImmediate(go);
    });
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    events.push("made");
    return "";
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const answers = await Promise.all(Array.from({ length: requests }, () => fetch(address)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  await app.close();
  return events;
}

test("answers of one turn of the event loop are sent when all are made", async () => {
  expect(await happened(4, 0)).toEqual([...Array<string>(4).fill("made"), ...Array<string>(4).fill("sent")]);
});

test("what takes long to make does not hold up what is ready for long", async () => {
  const events = await happened(4, 5);
  expect(events.indexOf("sent")).toBeLessThan(events.lastIndexOf("made"));
});
