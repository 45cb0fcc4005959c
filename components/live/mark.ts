/** What `LiveMark` says of the page that is shown; null where it is not live. */
export function shownMark() {
  const element = document.querySelector<HTMLDataElement>("data#live-mark");
  if (!element) return null;
  const { ask = "", at, applies } = element.dataset;
  return { mark: Number(element.value), ask, at: Number(at), applies: applies !== undefined };
}
