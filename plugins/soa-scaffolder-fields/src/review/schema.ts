import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';

/** The field has no value: it shows what the others have. */
export const reviewFieldSchema = makeFieldSchema({
  output: z => z.null(),
  uiOptions: z =>
    z.object({
      runtime: z
        .enum(RUNTIMES)
        .optional()
        .describe('What the service runs on; for a new one'),
      componentField: z
        .string()
        .optional()
        .describe('The parameter with a service that is there already'),
      placementsField: z
        .string()
        .optional()
        .describe(
          'The parameter with the placements or environments of that service that are rolled out to; none if absent',
        ),
      destroys: z
        .boolean()
        .optional()
        .describe(
          'Whether all of the service that is there already is destroyed; false if absent',
        ),
      stagesField: z
        .string()
        .optional()
        .describe('The parameter with the stages; stages if absent'),
      places: z
        .boolean()
        .optional()
        .describe(
          'Whether the form chooses where something runs; true if absent',
        ),
      costs: z
        .array(
          z.object({
            parameter: z
              .string()
              .describe('The parameter, or a path with dots to a value in it'),
            title: z.string().describe('What is paid for, in a few words'),
            description: z.string().describe('What it costs, in a sentence'),
            values: z
              .array(z.unknown())
              .optional()
              .describe('The values that cost; any that are not nothing'),
            when: z
              .record(z.array(z.unknown()))
              .optional()
              .describe(
                'The parameters, each with its values, that it is shown with; it costs nothing with others',
              ),
            perPlacement: z
              .boolean()
              .optional()
              .describe('Whether each placement has as many'),
          }),
        )
        .optional()
        .describe('Choices that cost money'),
    }),
});
