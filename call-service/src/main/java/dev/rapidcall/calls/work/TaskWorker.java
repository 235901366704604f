package dev.rapidcall.calls.work;

/** Does one kind of task. */
public interface TaskWorker {

  /** The kind that it does. */
  String kind();

  /** Does one; says itself whether it is done, waits or is tried again. */
  void work(CallTask task);
}
