// What one request may take of the service while it is answered: objects and time. What an operation would take is
// estimated before (cost.ts); this holds where the estimate is wrong.
import {
  type GraphQLSchema,
  defaultFieldResolver,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import type { Context } from "./context.js";
import { ErrorCode, RequestError } from "./error.js";

/** How much one request may take. */
export interface Allowance {
  /** As estimated (cost.ts). */
  readonly cost: number;
  readonly objects: number;
  /** From the moment the request is let in. */
  readonly milliseconds: number;
}

/** What one request has taken of its allowance. */
export class Budget {
  readonly allowance: Allowance;
  /** In milliseconds of `performance.now()`. */
  readonly deadline: number;
  readonly #begun = performance.now();
  #cost = 0;
  #objects = 0;
  #failure: RequestError | null = null;
  #ended = false;

  constructor(allowance: Allowance) {
    this.allowance = allowance;
    this.deadline = this.#begun + allowance.milliseconds;
  }

  /** Why nothing more is given; null where there is some left. */
  get failure(): RequestError | null {
    if (this.#ended) this.#failure ??= new RequestError(ErrorCode.TIMEOUT, "the caller has gone");
    if (this.#failure === null && performance.now() >= this.deadline) {
      this.#failure = new RequestError(
        ErrorCode.TIMEOUT,
        `expected an answer within ${this.allowance.milliseconds} ms; it takes longer. Ask for less at once`,
      );
    }
    return this.#failure;
  }

  get used(): Allowance {
    return {
      cost: this.#cost,
      objects: this.#objects,
      milliseconds: Math.round(performance.now() - this.#begun),
    };
  }

  /** Before anything is executed. @throws {RequestError} `LIMIT_EXCEEDED` */
  estimate(cost: number): void {
    this.#cost = cost;
    if (cost <= this.allowance.cost) return;
    throw new RequestError(
      ErrorCode.LIMIT_EXCEEDED,
      `expected an operation whose estimated cost is at most ${this.allowance.cost}; this one's is ${cost}. ` +
        "Ask for fewer objects in a page, or for fewer fields that are lists",
    );
  }

  /** @throws {RequestError} `LIMIT_EXCEEDED` or `TIMEOUT`, from then on for whatever is asked */
  take(objects: number): void {
    this.#objects += objects;
    if (this.#objects > this.allowance.objects) {
      this.#failure ??= new RequestError(
        ErrorCode.LIMIT_EXCEEDED,
        `expected at most ${this.allowance.objects} objects in an answer; this one has more. Ask for less at once`,
      );
    }
    const { failure } = this;
    if (failure !== null) throw failure;
  }

  /** For an answer that is begun anew. What has failed stays so. */
  restart(): void {
    if (this.#failure === null) this.#objects = 0;
  }

  /** Has what is still going on end soon, as nobody waits for it any more. */
  end(): void {
    this.#ended = true;
  }
}

/** Has every field that has objects take them from the budget of its request. */
export function countObjects(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isCompositeType(getNamedType(field.type))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: Context, info) => {
        // Before anything is fetched for it, and after.
        context.budget.take(0);
        const value: unknown = resolve(source, args, context, info);
        if (!(value instanceof Promise)) return counted(value, context.budget);
        return value.then((each: unknown) => counted(each, context.budget));
      };
    }
  }
}

function counted(value: unknown, budget: Budget): unknown {
  try {
    if (Array.isArray(value)) budget.take(value.length);
    else if (value != null) budget.take(1);
  } catch (error) {
    drop(value);
    throw error;
  }
  return value;
}

/** Nobody waits any more for what is on its way in a value that is not given, nor for how it fails. */
function drop(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const each of Object.values(value)) {
    if (each instanceof Promise) each.catch(() => undefined);
    else if (Array.isArray(each)) drop(each);
  }
}
