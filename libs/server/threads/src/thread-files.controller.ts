import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { attachment } from '@caseboard/contracts';
import { Asking, Endpoint, Id, withUpload } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type { Request, Response } from 'express';
import { ThreadFiles } from './thread-files.service.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** Files of messages. */
@Controller('api/v1')
export class ThreadFilesController {
  private readonly files: ThreadFiles;

  constructor(files: ThreadFiles) {
    this.files = files;
  }

  @Post('thread-files')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Endpoint({
    id: 'threads.upload',
    permission: 'threads.message.post',
    summary: 'Uploads a file for a message to come: PDF, PNG, JPEG, text or CSV, at most 20 MB.',
    reply: attachment,
    status: 201,
    isStream: true,
  })
  upload(@Asking() caller: Caller, @Req() request: Request) {
    return withUpload(request, MOST_BYTES, (upload) => this.files.upload(caller, upload));
  }

  @Get('threads/:id/files/:fileId')
  @Endpoint({
    id: 'threads.file',
    permission: 'threads.thread.read',
    summary: 'A file of a thread, to be saved.',
    file: '*/*',
  })
  async download(
    @Asking() caller: Caller,
    @Id() id: string,
    @Id('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { file, content } = await this.files.download(caller, id, fileId);
    response.setHeader('Content-Type', file.mediaType);
    response.setHeader('Content-Length', file.bytes);
    response.setHeader('Content-Disposition', dispositionOf(file.name));
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    await pipeline(Readable.from(content), response);
  }
}

/** Always saved, never shown in the page; names outside ASCII as RFC 6266 writes them. */
const dispositionOf = (name: string) =>
  `attachment; filename="${name.replace(/[^\w .-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
