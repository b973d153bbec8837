/** What is told while a book is made; `values` fill the step's wording. */
export interface Progress {
  step(name: 'read' | 'embed' | 'align' | 'document' | 'browser' | 'set' | 'write', values?: Readonly<Record<string, string | number>>): void
}
