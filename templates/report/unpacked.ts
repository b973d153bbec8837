/** The list of a long book, which lies packed in the page. */

/** Puts the list in its place; where a browser cannot, the word about it stays. */
export async function unpack(packed: HTMLElement): Promise<void> {
  const bytes = Uint8Array.from(atob(packed.textContent ?? ''), (letter) => letter.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  packed.outerHTML = await new Response(stream).text()
  document.getElementById('packed-note')?.remove()
}
