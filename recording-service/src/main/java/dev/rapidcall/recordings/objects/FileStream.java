package dev.rapidcall.recordings.objects;

import java.io.InputStream;

/** A file that is being read. Closing it early gives the rest up without reading it. */
public interface FileStream extends AutoCloseable {

  /** How many bytes will come. */
  long length();

  /** How long the whole file is. */
  long fileSize();

  /** The bytes as they come; reading fails with an {@code IOException} if the store breaks off. */
  InputStream bytes();

  @Override
  void close();
}
