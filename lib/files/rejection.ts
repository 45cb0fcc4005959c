/** What somebody sent is not taken. The message says why, for them. */
export class Rejection extends Error {
  name = "Rejection";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
