declare module "jsonstat-toolkit" {
  interface Dataset {
    readonly class: string;
    readonly length: number;
    readonly id: readonly string[];
    readonly n: number;
    Dimension(id: string): { readonly role: string; readonly id: readonly string[] };
    Data(coordinates: Readonly<Record<string, string>>): {
      readonly value: number | null;
      readonly status: string | null;
    };
  }
  export default function JSONstat(response: object): Dataset;
}

declare module "@citation-js/core" {
  export class Cite {
    constructor(data: unknown);
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module "@citation-js/plugin-bibtex" {}
