import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Endpoint } from '../access/endpoint.ts';
import { Asking } from '../access/handler-params.ts';
import type { Caller } from '../access/principal.ts';
import { Clock } from '../clock/clock.ts';
import { Exports } from './exports.service.ts';

/** Lists as files. */
@Controller('api/v1/exports')
export class ExportsController {
  constructor(
    private readonly exports: Exports,
    private readonly clock: Clock,
  ) {}

  @Get(':name')
  @Endpoint({
    id: 'exports.get',
    permission: 'export.view.read',
    summary: 'A list (`work-items`, `denial-cases` …) as CSV under the list’s own query; at most 50,000 rows.',
    file: 'text/csv',
  })
  async get(
    @Asking() caller: Caller,
    @Param('name') name: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const pieces = await this.exports.file(caller, name, request.query);
    const day = this.clock.now().toISOString().slice(0, 10);
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="caseboard-${name}-${day}.csv"`);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    await pipeline(Readable.from(pieces), response);
  }
}
