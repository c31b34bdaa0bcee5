import { Button, Text, View } from '@tarojs/components';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { dataOf } from '../../hooks/async-state';
import type { ActivityDetail, UseActivity } from '../../hooks/useActivity';
import { usePhoneNumber } from '../../hooks/usePhoneNumber';
import { confirm } from '../../wechat/confirm';
import { nextStep, placeOf } from './next-step';

interface Props extends Pick<UseActivity, 'join' | 'leave'> {
  readonly walk: ActivityDetail;
  readonly busy: boolean;
}

/** My place in the walk, and the one button that changes it: it says what it will do. */
export function Seat({ walk, busy, join, leave }: Props) {
  const { label, does } = nextStep(walk);
  const place = placeOf(walk);
  const look = { className: 'walk__main', hoverClass: 'walk__main--pressed' };

  const giveUp = async () => {
    const text =
      walk.seat.status === 'seated'
        ? '名额会让给候补的人，再报名要重新排队。'
        : '再排队要从最后排起；如果刚好轮到了你，名额也一起让出。';
    if (await confirm({ title: `${label}？`, text, yes: label })) await leave();
  };

  return (
    <View className="walk__seat">
      {place !== undefined && <Text className="walk__place">{place}</Text>}
      {does === 'join' && walk.phoneNeeded && <PhoneJoin label={label} busy={busy} onJoin={() => void join()} />}
      {does === 'join' && !walk.phoneNeeded && (
        <Button {...look} disabled={busy} onClick={() => void join()}>
          {label}
        </Button>
      )}
      {does === 'leave' && (
        <Button className="walk__quiet" hoverClass="walk__quiet--pressed" disabled={busy} onClick={() => void giveUp()}>
          {label}
        </Button>
      )}
      {does === undefined && (
        <Button className="walk__main walk__main--off" disabled>
          {label}
        </Button>
      )}
    </View>
  );
}

interface PhoneProps {
  readonly label: string;
  readonly busy: boolean;
  readonly onJoin: () => void;
}

/** Leaves the number first, where the cloud has none, and joins with the same tap. */
function PhoneJoin({ label, busy, onJoin }: PhoneProps) {
  const { state, buttonProps, tapAgrees } = usePhoneNumber(onJoin);
  const known = dataOf(state) !== undefined;
  return (
    <>
      <Button
        {...buttonProps}
        className="walk__main"
        hoverClass="walk__main--pressed"
        disabled={busy || buttonProps.disabled === true}
      >
        {known ? label : `留手机号并${label}`}
      </Button>
      <Text className="walk__remark">
        {`领队会看到你的手机号${tapAgrees && !known ? '，轻触即表示你同意用户隐私保护指引' : ''}`}
      </Text>
      {!known && state.status === 'error' && (
        <ErrorNote sentence={state.error.sentence} action={undefined} onAction={() => undefined} />
      )}
    </>
  );
}
