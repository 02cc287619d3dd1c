import { Button, Group, NumberInput, Slider, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { affineMap, matrixOfMap, type PointMap } from '../../geometry/point-map';
import { invert } from '../../geometry/transform';
import type { Vec3 } from '../../geometry/vec3';
import { matrixOfSixDegrees, type SixDegrees, sixDegreesOf } from '../../registration/quality/six-degrees';
import { middleOfPatient, middleOfVolume } from '../viewer/middle-of-volume';
import type { CtVolume } from '../viewer/scene';
import { type CarriedRole, ofRole } from '../words/of-role';
import { Part } from './Part';

interface HandPanelProps {
  readonly planned: CtVolume | undefined;
  readonly prior: CtVolume | undefined;
  /** From the anatomy to the course; undefined where there is none yet. */
  readonly shown: PointMap | undefined;
  readonly role?: CarriedRole;
  readonly isTried: boolean;
  readonly onMap: (map: PointMap) => void;
}

const AXES = ['X', 'Y', 'Z'] as const;
const MOST_MM = 400;
const MOST_DEGREES = 180;
/** What a slider reaches; larger figures can be typed. */
const SLIDER_MM = 60;
const SLIDER_DEGREES = 20;

/** Six degrees of freedom in numbers and by sliders: how the prior course is moved onto the anatomy. */
export function HandPanel({ planned, prior, shown, role = 'prior', isTried, onMap }: HandPanelProps) {
  const t = ofRole(useTranslation('registration').t, role);
  const centreMm: Vec3 = planned ? middleOfVolume(planned) : [0, 0, 0];
  const matrix = shown && matrixOfMap(shown);
  const six = matrix && sixDegreesOf(invert(matrix), centreMm);
  const set = (next: SixDegrees) => onMap(affineMap(invert(matrixOfSixDegrees(next))));
  const withValue = (of: 'shiftMm' | 'turnDegrees', axis: number, value: number) => {
    if (six) set({ ...six, [of]: six[of].map((old, n) => (n === axis ? value : old)) });
  };
  const layMiddles = () => {
    if (!planned || !prior) return;
    const [from, to] = [middleOfPatient(planned), middleOfPatient(prior)];
    onMap(affineMap([1, 0, 0, to[0] - from[0], 0, 1, 0, to[1] - from[1], 0, 0, 1, to[2] - from[2], 0, 0, 0, 1]));
  };
  return (
    <Part title={t('hand.label')} isTried={isTried}>
      <Text size="xs" c="dimmed">
        {shown && !six ? t('hand.deformed') : t('hand.explained')}
      </Text>
      {six &&
        (['shiftMm', 'turnDegrees'] as const).flatMap((of) =>
          AXES.map((axis, n) => {
            const label = t(`hand.${of === 'shiftMm' ? 'shift' : 'turn'}${axis}`);
            const [most, slider] = of === 'shiftMm' ? [MOST_MM, SLIDER_MM] : [MOST_DEGREES, SLIDER_DEGREES];
            return (
              <Group key={label} gap={8} wrap="nowrap" align="flex-end">
                <NumberInput
                  size="xs"
                  w={150}
                  label={label}
                  value={Number(six[of][n].toFixed(2))}
                  onChange={(value) => typeof value === 'number' && Math.abs(value) <= most && withValue(of, n, value)}
                  step={of === 'shiftMm' ? 1 : 0.5}
                  min={-most}
                  max={most}
                  decimalScale={2}
                />
                <Slider
                  style={{ flex: 1 }}
                  mb={8}
                  size="sm"
                  min={-slider}
                  max={slider}
                  step={0.1}
                  label={null}
                  thumbLabel={label}
                  value={Math.max(-slider, Math.min(slider, six[of][n]))}
                  onChange={(value) => withValue(of, n, value)}
                />
              </Group>
            );
          }),
        )}
      <Button size="compact-sm" variant="default" disabled={!planned || !prior} onClick={layMiddles}>
        {t('hand.centres')}
      </Button>
    </Part>
  );
}
