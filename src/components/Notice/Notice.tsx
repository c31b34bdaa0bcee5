import { Button, Text, View } from '@tarojs/components';
import './Notice.scss';

interface Props {
  /** Without the green of a welcome. */
  readonly quiet?: boolean;
  readonly title: string;
  readonly text: string;
  /** Label of the one main action; none where there is nothing to do. */
  readonly action: string | undefined;
  readonly onAction: () => void;
}

/** A screen with nothing to show yet: what it is, why, and the one way on. */
export function Notice({ quiet = false, title, text, action, onAction }: Props) {
  return (
    <View className={quiet ? 'notice notice--quiet' : 'notice'}>
      <View className="notice__bars" />
      <Text className="notice__title">{title}</Text>
      <Text className="notice__text">{text}</Text>
      {action !== undefined && (
        <Button className="notice__action" hoverClass="notice__action--pressed" onClick={onAction}>
          {action}
        </Button>
      )}
    </View>
  );
}
