import type { ComponentChildren } from 'preact';
import {
  Button,
  Checkbox,
  Checkboxes,
  Columns,
  DateField,
  Details,
  Heading,
  Hidden,
  InsetText,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { PlaceOffer } from '../edit.ts';
import { isEmptyRow, mostRows, rowCount, type RowKind, textOf } from './edit-rows.ts';
import { placeLine } from './edit-lines.ts';

export type FormProps = { action: string; typed: Typed; errors: Errors };

type RowsProps = FormProps & {
  kind: RowKind;
  legend: (nth: number) => string;
  more: string;
  /** Parts that are shown, to tell whether a row is empty. */
  parts: readonly string[];
  row: (at: string, nth: number) => ComponentChildren;
};

/** Things of which there may be several. The button asks the server for one more, so that it works without JavaScript. */
export function Rows({ action, typed, kind, legend, more, parts, row }: RowsProps) {
  const { service } = useWords().editing;
  const count = rowCount(typed, kind);
  return (
    <>
      <Hidden name={`rows-${kind}`} value={String(count)} />
      {Array.from({ length: count }, (_, nth) => {
        const was = textOf(typed, `${kind}-${nth}-was`);
        return (
          <fieldset class="nhsuk-fieldset nhsuk-u-margin-bottom-4" id={`${kind}-${nth}`} key={nth}>
            <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend(nth + 1)}</legend>
            {was && <Hidden name={`${kind}-${nth}-was`} value={was} />}
            {row(`${kind}-${nth}-`, nth)}
            {was && !isEmptyRow(typed, kind, nth, parts) && (
              <Checkbox name={`${kind}-${nth}-out`} label={service.out} checked={textOf(typed, `${kind}-${nth}-out`) === 'yes'} />
            )}
          </fieldset>
        );
      })}
      {count < mostRows && (
        <Button variant="secondary" small name="more" value={kind} formaction={`${action}#${kind}-${count}`} preventDoubleClick={false}>
          {more}
        </Button>
      )}
    </>
  );
}

/** What is pressed when somebody presses Enter in a field: the first button of a form, which must not be one that adds a row. */
export const EnterSaves = () => <input type="submit" class="nhsuk-u-visually-hidden" tabIndex={-1} aria-hidden="true" value="" />;

export const Section = ({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }) => (
  <section aria-labelledby={id}>
    <Heading level={2} class="nhsuk-heading-m" id={id}>
      {heading}
    </Heading>
    {children}
  </section>
);

/** The feed whose word nearly everything is: that is said once at the top, and not again beside each part. */
export function feedOfAll(feeds: Readonly<Record<string, string>>): string | undefined {
  const [first, ...others] = Object.values(feeds);
  return others.length >= 2 && others.every((feed) => feed === first) ? first : undefined;
}

/** Says whose word a part is, where a feed's. */
export const FeedNote = ({ feed }: { feed: string | undefined }) =>
  feed === undefined ? null : <InsetText>{useWords().editing.service.feedNote(feed)}</InsetText>;

type PlacesProps = FormProps & { places: readonly PlaceOffer[]; label: string; hint: string; back: string };

/** Places to choose from, and fields for others. */
export function PlaceFields({ places, label, hint, back, ...form }: PlacesProps) {
  const all = useWords();
  const w = all.editing.service;
  const name = (place: PlaceOffer) => (place.private ? w.placePrivate(place.town) : placeLine(place, all));
  return (
    <>
      {places.length > 0 && (
        <Checkboxes
          name="chosen"
          label={label}
          labelSize="s"
          hint={hint}
          options={places.map((place) => ({
            value: place.id,
            text: name(place),
            hint: (
              <>
                {w.placeUses(place.uses)} · <a href={`/places/${place.id}/edit?back=${back}`}>{w.changePlace(place.name || place.town)}</a>
              </>
            ),
          }))}
        />
      )}
      <Rows {...form} kind="place" legend={w.place} more={w.morePlaces} parts={[]} row={(at) => <PlaceRow at={at} />} />
    </>
  );
}

export function PlaceRow({ at }: { at: string }) {
  const w = useWords().editing.service;
  return (
    <>
      <Columns>
        <TextField name={`${at}name`} label={w.placeName} />
        <TextField name={`${at}address`} label={w.placeAddress} />
      </Columns>
      <Columns>
        <TextField name={`${at}town`} label={w.placeTown} />
        <TextField name={`${at}postcode`} label={w.placePostcode} width={10} />
      </Columns>
      <Checkboxes name={`${at}private`} options={[{ value: 'yes', text: w.placePrivateTick, hint: w.placePrivateHint }]} />
    </>
  );
}

export function ClosureFields(form: FormProps) {
  const w = useWords().editing.service;
  return (
    <Rows
      {...form}
      kind="closure"
      legend={w.closure}
      more={w.moreClosures}
      parts={['from', 'to', 'note']}
      row={(at) => (
        <>
          <Columns>
            <DateField name={`${at}from`} label={w.closureFrom} />
            <DateField name={`${at}to`} label={w.closureTo} optional />
          </Columns>
          <TextField name={`${at}note`} label={w.closureNote} optional />
        </>
      )}
    />
  );
}

type TimeProps = FormProps & { children: (at: string) => ComponentChildren };

export function TimeFields({ children, ...form }: TimeProps) {
  const w = useWords().editing.service;
  const dated = (at: string) => ['starts', 'ends'].some((part) => textOf(form.typed, at + part) || form.errors[at + part]);
  return (
    <Rows
      {...form}
      kind="time"
      legend={w.time}
      more={w.moreTimes}
      parts={['days', 'from', 'to', 'note', 'starts']}
      row={(at) => (
        <>
          {children(at)}
          <TextArea name={`${at}note`} label={w.timeNote} rows={2} optional />
          <Details summary={w.timeDates} open={dated(at)}>
            <Columns>
              <DateField name={`${at}starts`} label={w.starts} optional />
              <DateField name={`${at}ends`} label={w.ends} optional />
            </Columns>
          </Details>
        </>
      )}
    />
  );
}
