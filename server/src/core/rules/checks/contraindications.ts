// Techniques done or planned against what is known of the client.
import type { Check } from '../check';
import { listContraindications } from '../contraindication';

export const contraindications: Check = { name: 'contraindications', run: listContraindications };
