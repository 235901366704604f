@NullMarked
package dev.rapidcall.recordings.objects.s3;

import org.jspecify.annotations.NullMarked;
