/** Titles and the headings of chapters are set smaller where they would fill their page. */

/** Shares of their size, and of the type area's height that a heading may take with the white above it. */
const sizes = [0.8, 0.65, 0.5]
const mostHeading = 0.6

const pixelsPerMillimetre = 96 / 25.4

/** Measured one size at a time, for only the longest need more than one. */
export function fitTitles(root: Element): void {
  const pages = [...root.querySelectorAll<HTMLElement>('.title-page')]
  const halfTitles = [...root.querySelectorAll<HTMLElement>('.halftitle')]
  const headings = [...root.querySelectorAll<HTMLElement>('section:not(.title-page) h1')]
  const area = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--area-height')) * pixelsPerMillimetre
  for (const size of sizes) {
    const large = [
      ...pages.filter((page) => page.scrollHeight > page.clientHeight), ...halfTitles.filter((page) => page.offsetHeight > area),
      ...headings.filter((heading) => heading.offsetHeight > mostHeading * area),
    ]
    for (const element of large) element.style.setProperty('--title-fit', String(size))
  }
}
