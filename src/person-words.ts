/** A DICOM person name as it is read: `Doe^Jane` as `Doe, Jane`; ideographic and phonetic forms behind. */
export function personName(name: string): string {
  const forms = name.split('=').map((form) => {
    const [family, ...given] = form.split('^').map((part) => part.trim());
    return [family, given.filter(Boolean).join(' ')].filter(Boolean).join(', ');
  });
  return forms.filter(Boolean).join(' · ') || 'no name';
}

/** A DICOM date as it is read: `19550301` as `1955-03-01`; anything else as it is. */
export const dayWords = (day: string): string => day.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
