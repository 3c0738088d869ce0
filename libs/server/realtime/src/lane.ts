/** Runs pieces of work one after the other, in the order they came; a failure does not stop the next. */
export class Lane {
  private last: Promise<unknown> = Promise.resolve();

  run<R>(work: () => Promise<R>): Promise<R> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }
}
