import { Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { id as idSchema, importJob, pageOf, pageQuery } from '@caseboard/contracts';
import { Asking, CONFIG, Endpoint, Id, Query, withUpload } from '@caseboard/server/kernel';
import type { Caller, Config } from '@caseboard/server/kernel';
import type { Request } from 'express';
import * as z from 'zod/mini';
import { ImportIntake } from './import-intake.service.ts';
import { Imports } from './imports.service.ts';

const listQuery = z.strictObject({
  ...pageQuery,
  /** Up to 200 ids, separated by commas: rows a screen was only told about. */
  ids: z.optional(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((text) => text.split(',')),
      ),
      z.array(idSchema).check(z.maxLength(200)),
    ),
  ),
});

@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly intake: ImportIntake,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Endpoint({
    id: 'imports.create',
    permission: 'records.import.create',
    summary: 'Import a file; its kind is detected',
    reply: z.object({ id: idSchema }),
    status: 202,
    isStream: true,
  })
  create(@Asking() caller: Caller, @Req() request: Request) {
    return withUpload(request, this.config.maxUploadBytes, (upload) => this.intake.upload(caller, upload));
  }

  @Get()
  @Endpoint({
    id: 'imports.list',
    permission: 'records.import.read',
    summary: 'Imports, newest first',
    query: listQuery,
    reply: pageOf(importJob),
  })
  list(@Asking() caller: Caller, @Query() query: z.output<typeof listQuery>) {
    return this.imports.list(caller, query);
  }

  @Get(':id')
  @Endpoint({
    id: 'imports.get',
    permission: 'records.import.read',
    summary: 'One import with its counts and errors',
    reply: importJob,
  })
  read(@Asking() caller: Caller, @Id() id: string) {
    return this.imports.read(caller, id);
  }

  @Post(':id/attempts')
  @Endpoint({
    id: 'imports.resume',
    permission: 'records.import.create',
    summary: 'Let a failed import go on where it stopped',
    reply: importJob,
    status: 202,
  })
  resume(@Asking() caller: Caller, @Id() id: string) {
    return this.imports.resume(caller, id);
  }
}
