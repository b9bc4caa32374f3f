import { NotificationBanner } from '../components/notification-banner.tsx';
import { useChrome } from '../context.ts';

export function NoticeBanner() {
  const { notice } = useChrome();
  if (!notice) return null;
  return (
    <NotificationBanner kind={notice.kind} text={notice.text}>
      {notice.href !== undefined && (
        <p>
          <a class="nhsuk-notification-banner__link" href={notice.href}>
            {notice.linkText ?? notice.href}
          </a>
        </p>
      )}
    </NotificationBanner>
  );
}
