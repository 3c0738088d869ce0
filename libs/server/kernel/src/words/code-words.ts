import { Injectable } from '@nestjs/common';

/** Code lists whose short words one module keeps and others show. */
export type CodeList = 'carc' | 'rarc';

/** Where the module that keeps a code list lends its words, so that nobody has to import it for them. */
@Injectable()
export class CodeWords {
  private readonly lists = new Map<CodeList, (code: string) => string>();

  register(list: CodeList, wordsOf: (code: string) => string): void {
    if (this.lists.has(list)) throw new Error(`The words of ${list} are registered twice.`);
    this.lists.set(list, wordsOf);
  }

  /** Our short words for a code; the code itself while nobody keeps the list. */
  wordsOf(list: CodeList, code: string): string {
    return this.lists.get(list)?.(code) ?? code;
  }
}
