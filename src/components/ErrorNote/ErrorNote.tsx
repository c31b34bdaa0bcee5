import { Button, Text, View } from '@tarojs/components';
import './ErrorNote.scss';

interface Props {
  /** What happened, in the person's words. */
  readonly sentence: string;
  /** Label of the way out; none where there is nothing to do. */
  readonly action: string | undefined;
  readonly onAction: () => void;
}

/** What went wrong and the way out, on one line above what is still there. */
export function ErrorNote({ sentence, action, onAction }: Props) {
  return (
    <View className="error-note" ariaRole="alert">
      <Text className="error-note__sentence">{sentence}</Text>
      {action !== undefined && (
        <Button className="error-note__action" hoverClass="error-note__action--pressed" onClick={onAction}>
          {action}
        </Button>
      )}
    </View>
  );
}
