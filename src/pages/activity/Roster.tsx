import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { ActivityDetail } from '../../hooks/useActivity';

interface Props {
  readonly roster: NonNullable<ActivityDetail['roster']>;
  /** Numbers are there for the organizer. */
  readonly phones: boolean;
}

/** As many as are shown at first, and more by each tap. */
const AT_ONCE = 30;

/** Who is coming, and who waits; one row each where there are numbers, for calling them up. */
export function Roster({ roster, phones }: Props) {
  const [most, setMost] = useState(AT_ONCE);
  const shown = roster.slice(0, most);
  const seated = shown.filter(({ waiting }) => !waiting);
  const waiting = shown.filter((person) => person.waiting);
  return (
    <View className="walk__card">
      <Text className="walk__label">谁一起走</Text>
      {roster.length === 0 && <Text className="walk__names">还没有人报名</Text>}
      <People people={seated} phones={phones} />
      {waiting.length > 0 && <Text className="walk__label">候补</Text>}
      <People people={waiting} phones={phones} />
      {roster.length > most && (
        <View className="walk__link" ariaRole="button" onClick={() => setMost(most + AT_ONCE)}>
          {`还有 ${roster.length - most} 人`}
        </View>
      )}
    </View>
  );
}

interface PeopleProps {
  readonly people: Props['roster'];
  readonly phones: boolean;
}

function People({ people, phones }: PeopleProps) {
  if (people.length === 0) return null;
  const nameOf = ({ nickname }: Props['roster'][number]): string => nickname || '没留昵称';
  if (!phones) return <Text className="walk__names">{people.map(nameOf).join('、')}</Text>;
  return (
    <>
      {people.map((person, index) => (
        <View key={index} className="walk__person">
          <Text className="walk__name">{nameOf(person)}</Text>
          <Text className="walk__phone">{person.phone ?? '没有手机号'}</Text>
        </View>
      ))}
    </>
  );
}
