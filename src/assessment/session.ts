import type { CaseInputs } from '../case/case-inputs';
import type { FileAccess } from '../case/case-reader';
import { loadCase } from '../case/load-case';
import { makeMemory } from '../case/remember';
import { rememberingSteps, type Steps } from '../case/steps';
import { AS_IT_IS, type WhatIf, withFractions, withOverrides } from '../case/what-if';
import type { DoseQuantity, DoseScope, TissueModel } from '../effect/dose-question';
import type { Assessment } from '../evaluation/assessment';
import { effectGrid, isGrid } from '../evaluation/effect-grid';
import { evaluateCase } from '../evaluation/evaluate-case';
import { evaluateRegion } from '../evaluation/evaluate-region';
import {
  type EvaluationContext,
  type EvaluationSettings,
  evaluationContext,
  tissueModelOf,
} from '../evaluation/evaluation-context';
import { type ExportedGrid, exportedGrid } from '../evaluation/exported-grid';
import { goalsOutside } from '../evaluation/in-target';
import { OrganGiven } from '../evaluation/organ-doses';
import { goalsOf } from '../evaluation/own/otherwise';
import { type NotInPicture, pictureTissue } from '../evaluation/picture-tissue';
import { placeOf } from '../evaluation/place-of';
import { type PointDoses, pointDoses } from '../evaluation/point-doses';
import { type PreparedCase, type Progress, prepareCase } from '../evaluation/prepared-case';
import { type PreparedRegion, prepareRegion } from '../evaluation/prepared-region';
import { registrationQualityOf } from '../evaluation/registration-quality-of';
import { movingOf } from '../evaluation/robustness/moving';
import { withRobustness } from '../evaluation/robustness/with-robustness';
import { settingsOf } from '../evaluation/settings-of';
import { withRegistrationQuality } from '../evaluation/with-registration-quality';
import type { DoseGrid } from '../geometry/dose-grid';
import type { PointMap } from '../geometry/point-map';
import type { Vec3 } from '../geometry/vec3';
import { InputError } from '../input-error';
import type { RegistrationQuality } from '../registration/quality/registration-quality';

/** Which whole dose is shown; physical doses of several courses have no sum. */
export interface PictureQuestion {
  readonly scope: DoseScope;
  readonly quantity: DoseQuantity;
  readonly alphaBetaGy: number;
}

/** A whole dose for display: no metric is ever taken from it. */
export interface Picture {
  /** `doseGy` holds the quantity asked for, NaN where unknown. */
  readonly grid: DoseGrid;
  /** From points of the anatomy into the grid's frame. */
  readonly toGridFrame: PointMap;
  readonly maxGy: number;
  /** What organs have in the table and one picture cannot have: to be said on it. */
  readonly lacks: readonly NotInPicture[];
}

/** A case as it was asked about: with what was tried, and everything that was made of it. */
export interface Asked {
  /** With the fractions that are tried. */
  readonly inputs: CaseInputs;
  readonly settings: EvaluationSettings;
  readonly prepared: PreparedCase;
  /** Without bands and figures of registrations: see `Session.whole`. */
  readonly assessment: Assessment;
}

/**
 * The one road from dose to verdict: read, sample, evaluate, band, quality, picture, each remembered by exactly what it
 * takes. The command line, the worker behind the window and the tests hold a session, and nothing else computes.
 */
export class Session {
  private readonly memory = makeMemory();
  /** What organs were given and what was answered of it: a quarter of all but the doses, and needed for what-ifs alone. */
  private readonly answers = makeMemory();
  /** Told before a region is sampled; one whose samples are known is passed over in silence. */
  private announce: (() => void) | undefined;
  private readonly steps: Steps;
  private readonly prepare = this.memory.remember(prepareRegion);
  private readonly given = this.answers.remember((...args: ConstructorParameters<typeof OrganGiven>) => new OrganGiven(...args));
  private readonly evaluate = this.answers.remember(evaluateRegion);
  private readonly evaluatePart = this.answers.remember(goalsOutside);
  private readonly testGoals = this.answers.remember(goalsOf);
  private readonly prepareAll = this.memory.remember((inputs: CaseInputs, progress: { of: Progress | undefined }) =>
    prepareCase(
      inputs,
      (share, region) => {
        this.announce = () => progress.of?.(share, region);
      },
      { steps: this.steps, prepare: this.prepare },
    ),
  );
  private readonly moving = this.memory.remember(movingOf);
  private readonly completed = this.memory.remember((prepared: PreparedCase, settings: EvaluationSettings, of: Assessment) =>
    withRegistrationQuality(prepared, withRobustness(prepared, settings, of, this.moving)),
  );
  private lastRead: { readonly text: string; readonly path: string; readonly inputs: CaseInputs } | undefined;

  /**
   * @param access the files of the case; for other files, another session.
   * @param sample how ROIs are sampled: coarser where many results are asked for how they differ alone.
   */
  constructor(
    private readonly access: FileAccess,
    sample?: Steps['sampleRoi'],
  ) {
    this.steps = rememberingSteps(this.memory, () => this.announce?.(), sample);
  }

  /** Reads a case and everything it names. Errors as for `loadCase`. */
  async read(caseText: string, casePath: string): Promise<CaseInputs> {
    if (this.lastRead?.text === caseText && this.lastRead.path === casePath) return this.lastRead.inputs;
    const inputs = await loadCase(caseText, casePath, this.access, this.steps);
    this.lastRead = { text: caseText, path: casePath, inputs };
    return inputs;
  }

  /**
   * Samples and evaluates a case that was read, with what is tried beside it.
   * @throws InputError where a course's frame of reference cannot be reached from the anatomy's, or what the case says
   *   of its courses and organs does not go together.
   */
  ask(read: CaseInputs, whatIf: WhatIf = AS_IT_IS, progress?: Progress): Asked {
    try {
      return this.answer(read, whatIf, progress);
    } catch (error) {
      const isRead = this.lastRead?.inputs === read;
      throw error instanceof InputError && isRead ? error.inFile(this.lastRead!.path) : error;
    }
  }

  private answer(read: CaseInputs, whatIf: WhatIf, progress: Progress | undefined): Asked {
    const inputs = withFractions(read, whatIf.plannedFractions);
    const settings: EvaluationSettings = {
      ...settingsOf(read),
      overrides: withOverrides(read.caseFile.organs, whatIf.organs, read.regions),
      plannedScale: whatIf.plannedScale,
    };
    const prepared = this.prepareAll(inputs, progressOnce(progress));
    const given = (region: PreparedRegion, { courses, settings: { outsideDoseGrid } }: EvaluationContext) =>
      this.given(courses, region, outsideDoseGrid === 'zero');
    const assessment = evaluateCase(
      prepared,
      settings,
      (region, context) => this.evaluate(given(region, context), context),
      (whole, part, context) => this.evaluatePart(whole, given(part, context), context),
      (region, context) => this.testGoals(given(region, context), context),
    );
    this.memory.endRound();
    this.answers.endRound();
    return { inputs, settings, prepared, assessment };
  }

  /** The assessment with its bands and the figures of its registrations: slower than a slider. */
  whole({ prepared, settings, assessment }: Asked): Assessment {
    return this.completed(prepared, settings, assessment);
  }

  /** For those who ask no what-if: lets go of what would answer the next question sooner, and of nothing else. */
  asksNoMore(): void {
    this.answers.forget();
  }

  /** A whole dose for display; undefined where a course has no grid or no way, or the question has no meaning. */
  picture(asked: Asked, { scope, quantity, alphaBetaGy }: PictureQuestion): Picture | undefined {
    const { tissue, lacks } = this.tissueOf(asked, alphaBetaGy);
    const { plannedScale, outsideDoseGrid } = asked.settings;
    const question = { scope, quantity, tissue, plannedScale, outsideIsZero: outsideDoseGrid === 'zero' };
    const made = effectGrid(asked.inputs, question, this.steps.resampleDose);
    if (!isGrid(made)) return undefined;
    const { grid, toGridFrame, maxGy } = made;
    return { grid, toGridFrame, maxGy, lacks: quantity === 'physical' ? [] : lacks };
  }

  /** What every course gives at a point, as the picture of this alpha/beta has it. */
  at(asked: Asked, pointMm: Vec3, alphaBetaGy: number): PointDoses & { readonly lacks: readonly NotInPicture[] } {
    const { tissue, lacks } = this.tissueOf(asked, alphaBetaGy);
    const { plannedScale, outsideDoseGrid } = asked.settings;
    return { ...pointDoses(asked.inputs, pointMm, { tissue, plannedScale, outsideIsZero: outsideDoseGrid === 'zero' }), lacks };
  }

  /** The place that a metric of an organ speaks of; undefined where there is no such organ. */
  placeOf({ prepared, settings, inputs }: Asked, roi: string, metric: string, scope: DoseScope): Vec3 | undefined {
    const region = prepared.regions.find((each) => each.region.name === roi);
    if (!region) return undefined;
    const tissue = tissueModelOf(region.region, evaluationContext(inputs.courses, settings, []));
    return placeOf(region, inputs.courses, { tissue, plannedScale: settings.plannedScale }, metric, scope);
  }

  /** The cumulative EQD2 as it is exported, of the case as it is. Errors as for `exportedGrid`. */
  exported(asked: Asked, alphaBetaGy: number, repairHalfTimeHours?: number): ExportedGrid {
    return exportedGrid(asked.inputs, {
      alphaBetaGy,
      repairHalfTimeHours,
      organs: this.tissues(asked),
      outsideIsZero: asked.settings.outsideDoseGrid === 'zero',
    });
  }

  /** How well a map from the anatomy to a prior course fits. @throws InputError where the map has no inverse. */
  quality(read: CaseInputs, course: number, map: PointMap): RegistrationQuality {
    return registrationQualityOf(read, course, map, this.steps);
  }

  private tissueOf(asked: Asked, alphaBetaGy: number) {
    return pictureTissue(alphaBetaGy, this.tissues(asked), asked.inputs.courses);
  }

  private tissues({ inputs, settings }: Asked): TissueModel[] {
    const context = evaluationContext(inputs.courses, settings, []);
    return inputs.regions.map((region) => tissueModelOf(region, context));
  }
}

/** Progress is told, and is no part of what an answer rests on. */
const progressOnce = (of: Progress | undefined): { of: Progress | undefined } =>
  Object.defineProperty({}, 'of', { value: of, enumerable: false }) as { of: Progress | undefined };
