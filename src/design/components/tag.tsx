import type { ComponentChildren } from 'preact';

export type TagColour = 'default' | 'white' | 'grey' | 'green' | 'aqua-green' | 'blue' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow';

type Props = { colour?: TagColour | undefined; border?: boolean | undefined; children: ComponentChildren };

export const Tag = ({ colour = 'default', border = true, children }: Props) => (
  <strong class={`nhsuk-tag${colour === 'default' ? '' : ` nhsuk-tag--${colour}`}${border ? '' : ' nhsuk-tag--no-border'}`}>
    {children}
  </strong>
);
