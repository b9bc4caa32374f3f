import { useChrome } from '../context.ts';

export function Footer() {
  const { words, suggestHref } = useChrome();
  const { footer } = words.design;
  return (
    <footer class="bothy-footer">
      <div class="nhsuk-width-container">
        <ul class="bothy-footer__links">
          {suggestHref !== undefined && (
            <li>
              <a href={suggestHref}>{words.together.footer}</a>
            </li>
          )}
          <li>
            <a href="/about">{footer.about}</a>
          </li>
          <li>
            <a href="/accessibility">{footer.accessibility}</a>
          </li>
          <li>
            <a href="/privacy">{footer.privacy}</a>
          </li>
        </ul>
        <p>{footer.notNhs}</p>
      </div>
    </footer>
  );
}
