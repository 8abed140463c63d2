import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { trace } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { engines } from "../engines.js";
import { type TestService, lodby, startService } from "../service.js";

const spans = new InMemorySpanExporter();
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));

const secret = "a secret that a caller asks for";

describe.each(engines)("what is seen from outside: $name", ({ open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open(), lodby);
  }, 60_000);
  afterAll(() => service.close());
  afterEach(() => {
    spans.reset();
    service.log.splice(0);
  });

  const firm = "query Firm($id: ID!) { firm(id: $id) { name town { name } } }";
  /** The line of a request is written when its answer has left. */
  const lines = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    await fetch(`${service.address}/health/live`);
    return service.log.filter(({ msg, path }) => msg === "request" && path !== "/health/live");
  };

  test("a request has one line in the log, without what was in its variables", async () => {
    const headers = { "x-request-id": "asked-by-a-test" };
    await service.ask(firm, { id: "firm/lodby-works" }, { headers });
    expect(await lines()).toEqual([
      expect.objectContaining({
        msg: "request",
        reqId: "asked-by-a-test",
        method: "POST",
        path: "/graphql",
        status: 200,
        operationName: "Firm",
        cost: 2,
        objects: 2,
        statements: service.statements().length,
        rows: expect.any(Number),
        milliseconds: expect.any(Number),
      }),
    ]);
    expect(JSON.stringify(service.log)).not.toContain("lodby-works");
  });

  test("an error is found in the log by its id, and nothing of what was asked", async () => {
    const { errors } = await service.ask(`{ organizations(after: "${secret}") { totalCount } }`);
    const [error] = errors;
    expect(error?.extensions.id).toMatch(/^[0-9a-f]{16}$/);
    const [line] = await lines();
    expect(line).toMatchObject({ errors: [{ id: error?.extensions.id, code: "BAD_CURSOR" }], errorCount: 1 });
    expect(JSON.stringify(service.log)).not.toContain(secret);
  });

  test("so is one of a request that is no operation, and one of an export", async () => {
    const response = await fetch(`${service.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    const { errors } = (await response.json()) as { errors: { extensions: { id: string } }[] };
    const exported = await service.get("/export/graph.gexf?language=FR");
    const { id } = (await exported.json()) as { id: string };
    await lines();
    const logged = JSON.stringify(service.log);
    expect(logged).toContain(errors[0]?.extensions.id);
    expect(logged).toContain(id);
  });

  test("metrics count requests, errors, statements, rows and documents, and name the dataset", async () => {
    const counted = async (sample: string): Promise<number> => {
      const text = await (await service.get("/metrics")).text();
      const line = text.split("\n").find((each) => each.startsWith(`${sample} `));
      return line === undefined ? 0 : Number(line.slice(sample.length + 1));
    };
    const samples = [
      'opphav_http_request_duration_seconds_count{method="POST",route="/graphql",status="200"}',
      'opphav_errors_total{code="BAD_CURSOR"}',
      'opphav_document_cache_requests_total{result="miss"}',
      'opphav_document_cache_requests_total{result="hit"}',
      'opphav_row_cache_requests_total{result="miss"}',
      'opphav_row_cache_requests_total{result="hit"}',
      'opphav_answer_cache_requests_total{result="miss"}',
      'opphav_answer_cache_requests_total{result="hit"}',
    ];
    const before = await Promise.all(samples.map(counted));
    await service.ask("{ sectors { id } }");
    const statement = service.statements()[0];
    const name = `opphav_statement_duration_seconds_count{statement="${statement}",outcome="answered"}`;
    const once = await counted(name);
    // Another answer by its form, of the same document and the same rows.
    await service.ask("{ sectors { id } }", {}, { headers: { accept: "application/graphql-response+json" } });
    await service.ask("{ sectors { id } }");
    await service.ask('{ organizations(after: "x") { totalCount } }');
    const after = await Promise.all(samples.map(counted));
    expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([4, 1, 2, 1, 1, 1, 3, 1]);
    // What is kept is not asked of the engine again.
    expect(once).toBeGreaterThanOrEqual(1);
    expect(await counted(name)).toBe(once);
    expect(await counted(`opphav_statement_rows_total{statement="${statement}"}`)).toBeGreaterThan(0);
    const text = await (await service.get("/metrics")).text();
    expect(text).toMatch(/^opphav_dataset_info\{version="[0-9a-f]{64}"\} 1$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(text).toMatch(/^opphav_requests_in_progress 0$/m);
  });

  test("a trace leads from the request to each of its statements", async () => {
    await service.ask(firm, { id: "firm/lodby-works" });
    await lines();
    const found = spans.getFinishedSpans();
    const request = found.find(({ name }) => name === "POST /graphql");
    expect(request?.attributes).toMatchObject({
      "http.response.status_code": 200,
      "graphql.operation.name": "Firm",
      "url.path": "/graphql",
    });
    const children = found.filter(
      ({ parentSpanContext }) => parentSpanContext?.spanId === request?.spanContext().spanId,
    );
    expect(children.map(({ name }) => name).toSorted()).toEqual([...service.statements()].toSorted());
    for (const { attributes } of children) expect(attributes["db.response.returned_rows"]).toBeGreaterThanOrEqual(0);
  });
});
