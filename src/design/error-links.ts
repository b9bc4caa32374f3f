/** The summary is written before the fields it links to, so only now is it known which of them are dates. */
export const linkErrorsToDays = (html: string): string =>
  html.replace(/<ul class="nhsuk-list nhsuk-error-summary__list">.*?<\/ul>/s, (list) =>
    list.replace(/href="#([^"]+)"/g, (whole, name: string) => (html.includes(`id="${name}-day"`) ? `href="#${name}-day"` : whole)),
  );
