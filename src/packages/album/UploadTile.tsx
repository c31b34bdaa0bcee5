import { Button, Image, Text, View } from '@tarojs/components';
import type { Upload } from '../../hooks/useAlbum';

interface Props {
  readonly upload: Upload;
  readonly onRetry: (id: number) => void;
  readonly onDismiss: (id: number) => void;
}

/** A picture on its way into the album, or that did not get there. */
export function UploadTile({ upload, onRetry, onDismiss }: Props) {
  return (
    <View className="album__tile album__upload">
      <Image className="album__picture" src={upload.path} mode="aspectFill" />
      <View className="album__shade">
        {upload.status === 'uploading' ? (
          <Text className="album__percent">{progressOf(upload.percent)}</Text>
        ) : (
          <>
            <Text className="album__reason">{upload.error.sentence}</Text>
            <View className="album__ways">
              {upload.error.recover !== 'none' && (
                <Button className="album__way album__retry" onClick={() => onRetry(upload.id)}>
                  重试
                </Button>
              )}
              <Button className="album__way album__dismiss" onClick={() => onDismiss(upload.id)}>
                移除
              </Button>
            </View>
          </>
        )}
      </View>
    </View>
  );
}

/** One goes after the other, and the album takes a moment for each. */
function progressOf(percent: number): string {
  if (percent === 0) return '等待上传';
  return percent < 100 ? `${percent}%` : '处理中';
}
