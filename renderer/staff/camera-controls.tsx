import { useTranslation } from 'react-i18next';
import {
  type CameraSettings,
  type CropMargins,
  ROTATIONS,
  type Rotation,
} from '../../shared/ipc/camera-settings.ts';
import type { TuningRange } from '../scan/camera-tuning.ts';
import type { CameraPreview } from '../scan/use-camera-preview.ts';
import { Choice } from './choice.tsx';
import { StaffButton, StaffToggle } from './staff-button.tsx';
import { Stepper } from './stepper.tsx';

const SIDES = ['left', 'top', 'right', 'bottom'] as const satisfies readonly (keyof CropMargins)[];
const MOST_CROP = 0.45;
const CROP_STEP = 0.05;
/** A camera that names no step is moved in this many. */
const USUAL_STEPS = 10;

interface CameraControlsProps {
  readonly draft: CameraSettings;
  readonly preview: CameraPreview;
  readonly isLocked: boolean;
  readonly onChange: (draft: CameraSettings) => void;
}

/** Everything about the camera that can be changed, and only what this camera offers. */
export function CameraControls({ draft, preview, isLocked, onChange }: CameraControlsProps) {
  const { t } = useTranslation();
  const set = (change: Partial<CameraSettings>): void => onChange({ ...draft, ...change });
  const { tuning, devices } = preview;
  return (
    <div className="camera-controls">
      <Choice
        title={t('staff.camera.device')}
        value={draft.deviceId}
        options={[
          { value: '', label: t('staff.camera.anyDevice') },
          ...devices.map(({ deviceId, label }) => ({ value: deviceId, label })),
        ]}
        isDisabled={isLocked}
        onChange={(deviceId) => {
          const label = devices.find((device) => device.deviceId === deviceId)?.label ?? '';
          set({ deviceId, deviceLabel: label });
        }}
      />
      <div className="staff-row">
        <StaffButton
          isDisabled={isLocked}
          onPress={() => set({ rotation: nextRotation(draft.rotation) })}
        >
          {t('staff.camera.rotate')}
        </StaffButton>
        <output>{t('staff.camera.rotation', { degrees: draft.rotation })}</output>
        <StaffToggle
          isOn={draft.mirror}
          isDisabled={isLocked}
          onChange={(mirror) => set({ mirror })}
        >
          {t('staff.camera.mirror')}
        </StaffToggle>
        {tuning.torch && (
          <StaffToggle
            isOn={draft.torch === true}
            isDisabled={isLocked}
            onChange={(torch) => set({ torch })}
          >
            {t('staff.camera.torch')}
          </StaffToggle>
        )}
      </div>
      <div className="crop-controls">
        {SIDES.map((side) => (
          <Stepper
            key={side}
            title={`${t('staff.camera.crop')} ${t(`staff.camera.${side}`)}`}
            shown={`${Math.round(draft.crop[side] * 100)} %`}
            value={draft.crop[side]}
            min={0}
            max={MOST_CROP}
            step={CROP_STEP}
            isDisabled={isLocked}
            onChange={(share) => set({ crop: { ...draft.crop, [side]: share } })}
          />
        ))}
        <Tuning
          title={t('staff.camera.exposure')}
          range={tuning.exposureCompensation}
          value={draft.exposureCompensation}
          isLocked={isLocked}
          onChange={(exposureCompensation) => set({ exposureCompensation })}
        />
        <Tuning
          title={t('staff.camera.focus')}
          range={tuning.focusDistance}
          value={draft.focusDistance}
          isLocked={isLocked}
          onChange={(focusDistance) => set({ focusDistance })}
        />
      </div>
    </div>
  );
}

interface TuningProps {
  readonly title: string;
  readonly range: TuningRange | undefined;
  readonly value: number | null;
  readonly isLocked: boolean;
  readonly onChange: (value: number) => void;
}

/** Offered only where the camera offers it; left to itself until somebody moves it. */
function Tuning({ title, range, value, isLocked, onChange }: TuningProps) {
  const { t } = useTranslation();
  if (range === undefined) return null;
  const { min, max } = range;
  return (
    <Stepper
      title={title}
      shown={value === null ? t('staff.camera.automatic') : String(value)}
      value={value ?? (min + max) / 2}
      min={min}
      max={max}
      step={range.step > 0 ? range.step : (max - min) / USUAL_STEPS}
      isDisabled={isLocked}
      onChange={onChange}
    />
  );
}

function nextRotation(rotation: Rotation): Rotation {
  return ROTATIONS[(ROTATIONS.indexOf(rotation) + 1) % ROTATIONS.length] ?? 0;
}
