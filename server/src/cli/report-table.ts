// The report formats, sorted by name; one file each in report/.
import type { ReportFormat } from './report';
import { json } from './report/json';
import { text } from './report/text';

export const reportFormats: readonly ReportFormat[] = [json, text];
