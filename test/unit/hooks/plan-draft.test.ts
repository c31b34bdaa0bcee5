import { faultsOf, FURTHEST_DAYS, newDraft, readDraft, type Draft, type Field } from '../../../src/hooks/usePlan/draft';
import { hour, noon } from './walks';

const draft: Draft = { ...newDraft(noon), title: '香山环线', place: '香山公园', meetingPoint: '地铁香山站 A 口' };
const day = 24 * hour;

describe('what the cloud would refuse is said before it is sent', () => {
  it('nothing of a good draft', () => {
    expect(faultsOf(draft, noon)).toEqual({});
  });

  it.each<[Field, string, Partial<Draft>]>([
    ['title', '给这次活动起个名字。', { title: ' ' }],
    ['title', '最多 30 个字，现在有 31 个。', { title: '走'.repeat(31) }],
    ['place', '里面有不能用的字符，删掉再试。', { place: '香山\u0007' }],
    // Half of an emoji, as a keyboard that counts characters leaves it.
    ['meetingPoint', '里面有不能用的字符，删掉再试。', { meetingPoint: '北门\ud83d' }],
    ['start', '选一个日期和时间。', { date: '' }],
    ['start', '这个时间已经过去了，选一个以后的。', { date: '2026-11-20', time: '12:00' }],
    ['start', `最多提前 ${FURTHEST_DAYS} 天约。`, { date: '2027-02-18', time: '12:01' }],
    ...['', '0', '501', '1.5', '1e2', '三'].map((places): [Field, string, Partial<Draft>] => [
      'places',
      '名额是 1 到 500 之间的整数。',
      { places },
    ]),
  ])('%s: %s %j', (field, fault, change) => {
    expect(faultsOf({ ...draft, ...change }, noon)).toEqual({ [field]: fault });
  });
});

describe('a draft that this phone kept', () => {
  it('is as it was, but for a start that has passed since', () => {
    expect(readDraft(draft, noon)).toEqual(draft);
    expect(readDraft(draft, noon + 3 * day)).toEqual({ ...draft, date: '2026-11-24', time: '09:00' });
  });

  it.each([undefined, 'text', { title: 7, places: null, requestId: 1, more: 'x' }])('may be none: %j', (kept) => {
    expect(readDraft(kept, noon)).toEqual(newDraft(noon));
  });
});
