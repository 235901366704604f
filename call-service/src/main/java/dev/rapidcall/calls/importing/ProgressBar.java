package dev.rapidcall.calls.importing;

import java.io.PrintStream;

/** A line that shows how far a file was read; drawn anew for each per cent. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final int WHOLE = 100;

  private final PrintStream out;
  private final String file;
  private final long size;
  private int shown = -1;

  ProgressBar(PrintStream out, String file, long size) {
    this.out = out;
    this.file = file;
    this.size = size;
  }

  void show(long read, int items) {
    int percent = size == 0 ? WHOLE : (int) Math.min(WHOLE, WHOLE * read / size);
    if (percent != shown) {
      shown = percent;
      draw(percent, items);
    }
  }

  void end(int items) {
    draw(WHOLE, items);
    out.println();
  }

  /** Leaves the line as it is: the file was not read to its end. */
  void breakOff() {
    out.println();
  }

  private void draw(int percent, int items) {
    int done = WIDTH * percent / WHOLE;
    out.printf(
        "\r%-12s [%s%s] %3d %%  %d items",
        file, "#".repeat(done), "-".repeat(WIDTH - done), percent, items);
    out.flush();
  }
}
