/** Only a web address is made a link; a feed may hold anything. */
export function webAddress(text: string | null): URL | undefined {
  const url = text && URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

type Props = { phone: string | null; email: string | null; site?: string | null };

/** How to reach somebody: links that ring, write and open. */
export function Contact({ phone, email, site = null }: Props) {
  const web = webAddress(site);
  return (
    <>
      {phone && (
        <p>
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
        </p>
      )}
      {email && (
        <p>
          <a href={`mailto:${encodeURI(email)}`}>{email}</a>
        </p>
      )}
      {web && (
        <p>
          <a href={web.href} rel="noopener noreferrer">
            {web.hostname}
          </a>
        </p>
      )}
    </>
  );
}
