/** A contestant cannot take part here; the message is the reason, as the table gives it. */
export class Absent extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "Absent";
  }
}
