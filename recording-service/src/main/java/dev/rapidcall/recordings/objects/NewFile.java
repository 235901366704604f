package dev.rapidcall.recordings.objects;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A file that is to be kept.
 *
 * @param bytes opens it from its beginning, more than once if the store has to be asked again
 */
public record NewFile(String mime, long length, Supplier<InputStream> bytes) {}
