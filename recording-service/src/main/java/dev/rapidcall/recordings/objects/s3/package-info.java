/** Recordings in any S3 API. The SDK's types stay in here. */
@NullMarked
package dev.rapidcall.recordings.objects.s3;

import org.jspecify.annotations.NullMarked;
