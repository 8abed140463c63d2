// The package ships no types; this is the part of it that the project uses.
declare module "edtf" {
  interface Bounded {
    /** Milliseconds since 1970-01-01T00:00Z of the first instant. */
    readonly min: number;
    /** Milliseconds since 1970-01-01T00:00Z of the last instant. */
    readonly max: number;
  }
  /** Throws a `SyntaxError` for text that is not EDTF. */
  export default function edtf(text: string): Bounded;
}
