/** 'HH:MM' of a time of day as people write it: `9:30`, `14.05`, `2pm`, `10`, `noon`. Undefined when it is none. */
export function typedTime(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === 'noon' || plain === 'midday') return '12:00';
  const [, hours = '', minutes = '00', half = ''] = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$/.exec(plain) ?? [];
  if (!hours) return undefined;
  const twelve = half !== '';
  if (twelve && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  const hour = twelve ? (Number(hours) % 12) + (half.startsWith('p') ? 12 : 0) : Number(hours);
  return hour < 24 && Number(minutes) < 60 ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}
