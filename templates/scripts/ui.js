// The switch works without this script, which only makes the rest of the page follow it:
// the language that the page declares, its title, its address, and the links to its neighbours.
{
  const root = document.documentElement
  // What the page speaks when its address asks for nothing.
  const own = root.lang
  const choices = [...document.querySelectorAll('input[name="ui"]')]

  const follow = () => {
    const chosen = choices.find((choice) => choice.checked)
    const language = chosen.value
    root.lang = language
    root.dir = language === 'ar' ? 'rtl' : 'ltr'
    document.title = chosen.dataset.title
    const query = language === own ? '' : `?ui=${language}`
    for (const link of document.querySelectorAll('a[data-page]')) link.setAttribute('href', link.dataset.page + query)
    try {
      history.replaceState(null, '', location.pathname + query + location.hash)
    } catch {
      // Some browsers refuse a new address to a page that is a file; the switch still works.
    }
  }

  const asked = new URLSearchParams(location.search).get('ui')
  for (const choice of choices) {
    if (choice.value === asked) choice.checked = true
    choice.addEventListener('change', follow)
  }
  follow()
}
