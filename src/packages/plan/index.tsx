import { Button, Switch, Text, View } from '@tarojs/components';
import { fullDay } from '../../components/day-label';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { Notice } from '../../components/Notice/Notice';
import { wayOut } from '../../components/way-out';
import { dateInChina, FURTHEST_DAYS, limits, usePlan } from '../../hooks/usePlan';
import { goHome, useQuery } from '../../wechat/page';
import { PickRow } from './PickRow';
import { TextRow } from './TextRow';
import { useReplacement } from './use-replacement';
import './index.scss';

const DAY_MS = 86_400_000;
/** Hours that a walk may take. */
const hours = [1, 2, 3, 4, 5, 6, 8, 10, 12, 24];

export default function Plan() {
  const { group } = useQuery();
  if (group === undefined) {
    const text = '从群步数榜里点“约一次同行”，就知道是哪个群了。';
    return <Notice quiet title="不知道是哪个群" text={text} action="回首页" onAction={goHome} />;
  }
  return <PlanForm group={group} />;
}

function PlanForm({ group }: { readonly group: string }) {
  const { draft, faults, state, edit, leaveField, send } = usePlan(group);
  const goOn = useReplacement();
  const error = state.status === 'error' ? state.error : undefined;
  // WeChat judges the three texts together and does not say which one it was.
  const refused =
    error?.code === 'content-refused' ? '名字、地点或集合点没有通过微信的安全检查，改一改再试。' : undefined;
  const busy = state.status === 'pending';

  const submit = async () => {
    const walk = await send();
    if (walk) goOn(`/pages/activity/index?activity=${walk.activity}`);
  };

  const line = (field: 'title' | 'place' | 'meetingPoint', label: string, placeholder: string) => (
    <TextRow
      label={label}
      placeholder={placeholder}
      value={draft[field]}
      most={limits[field]}
      fault={faults[field]}
      onEdit={(value) => edit({ [field]: value })}
      onLeave={() => leaveField(field)}
    />
  );

  return (
    <View className="plan">
      {error && !refused && (
        <ErrorNote
          sentence={error.sentence}
          action={error.recover === 'retry' ? wayOut.retry : undefined}
          onAction={() => void submit()}
        />
      )}
      <View className="plan__card">
        {line('title', '名字', '周六香山环线')}
        {line('place', '去哪里', '香山公园')}
        {line('meetingPoint', '集合点', '地铁香山站 A 口')}
        {refused !== undefined && (
          <View className="plan__fault plan__fault--all" ariaRole="alert">
            {refused}
          </View>
        )}
      </View>
      <View className="plan__card">
        <PickRow
          label="日期"
          shown={fullDay(draft.date)}
          mode="date"
          value={draft.date}
          start={dateInChina(Date.now())}
          end={dateInChina(Date.now() + FURTHEST_DAYS * DAY_MS)}
          onChange={({ detail }) => edit({ date: detail.value })}
        />
        <PickRow
          label="出发"
          shown={draft.time}
          mode="time"
          value={draft.time}
          onChange={({ detail }) => edit({ time: detail.value })}
        />
        {faults.start !== undefined && (
          <View className="plan__fault" ariaRole="alert">
            {faults.start}
          </View>
        )}
        <PickRow
          label="大约"
          shown={`${draft.hours} 小时`}
          mode="selector"
          range={hours.map((count) => `${count} 小时`)}
          value={Math.max(0, hours.indexOf(draft.hours))}
          onChange={({ detail }) => edit({ hours: hours[Number(detail.value)] ?? draft.hours })}
        />
      </View>
      <View className="plan__card">
        <TextRow
          label="名额"
          placeholder="30"
          value={draft.places}
          most={3}
          digits
          fault={faults.places}
          onEdit={(places) => edit({ places })}
          onLeave={() => leaveField('places')}
        />
        <View className="plan__row">
          <Text className="plan__label plan__label--wide">报名要留手机号</Text>
          <Switch
            checked={draft.phoneNeeded}
            color="#07c160"
            ariaLabel="报名要留手机号"
            onChange={({ detail }) => edit({ phoneNeeded: detail.value })}
          />
        </View>
      </View>
      <Button className="plan__send" hoverClass="plan__send--pressed" disabled={busy} onClick={() => void submit()}>
        {busy ? '正在约' : '约好了'}
      </Button>
      <Text className="plan__remark">有卡片的人都能看到这次活动，报名的人看得到彼此的昵称。</Text>
    </View>
  );
}
