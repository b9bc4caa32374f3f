import { describe, expect, it } from 'vitest';
import { answeredWhole, askingsOf, type AskedService } from './assurance.ts';

const candidate = (service: string, organisation: string, address: string) => ({ service, organisation, address, assuredAt: null });

describe('whom to ask about services', () => {
  it('is each organisation once at each address, with all that it answers for there', () => {
    const askings = askingsOf([
      candidate('choir', 'trust', 'office@trust.example'),
      candidate('walks', 'trust', 'Office@Trust.example'),
      candidate('shed', 'men', 'office@trust.example'),
      candidate('talks', 'trust', 'talks@trust.example'),
      candidate('choir', 'trust', 'office@trust.example'),
    ]);
    expect(askings).toEqual([
      { organisation: 'trust', address: 'office@trust.example', services: ['choir', 'walks'] },
      { organisation: 'men', address: 'office@trust.example', services: ['shed'] },
      { organisation: 'trust', address: 'talks@trust.example', services: ['talks'] },
    ]);
  });

  it('is nobody when there is nothing to ask about', () => {
    expect(askingsOf([])).toEqual([]);
  });
});

describe('an asking', () => {
  const answered = (answer: AskedService['answer']): AskedService => ({
    service: 'choir',
    answer,
    wasAssuredAt: null,
    wasAssuredBy: null,
    suggestion: null,
  });

  it('is answered whole when every service has its answer', () => {
    expect(answeredWhole({ services: [answered('right'), answered('changed')] })).toBe(true);
    expect(answeredWhole({ services: [answered('right'), answered(null)] })).toBe(false);
  });
});
