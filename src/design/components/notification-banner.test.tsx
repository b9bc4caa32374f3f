import { conforms } from '../testing/fixtures.tsx';
import { NotificationBanner } from './notification-banner.tsx';

const id = 'nhsuk-notification-banner';

conforms('notification-banner', {
  default: <NotificationBanner id={id} text="The patient record was updated." />,
  'with success variant': <NotificationBanner id={id} kind="success" text="Email sent to example@email.com" />,
  'with HTML': (
    <NotificationBanner id={id}>
      <h3 class="nhsuk-notification-banner__heading">The patient record was updated</h3>
      <p class="nhsuk-body">
        Contact{' '}
        <a class="nhsuk-notification-banner__link" href="#">
          example@nhs.uk
        </a>{' '}
        if you think there's a problem.
      </p>
    </NotificationBanner>
  ),
});
