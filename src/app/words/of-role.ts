import type { TFunction } from 'i18next';

/** What is carried onto the anatomy: a prior course, or the planned one where its dose lies on another frame. */
export type CarriedRole = 'prior' | 'planned';

/** Words of a registration, in the form that they have for the role of the course that is carried. */
export const ofRole = <Part extends 'fusion' | 'registration'>(t: TFunction<Part>, role: CarriedRole): TFunction<Part> =>
  role === 'prior'
    ? t
    : (((key: never, options?: object) =>
        (t as (key: never, options: object) => string)(key, { ...options, context: role })) as never);
