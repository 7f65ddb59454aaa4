package io.countersign.stack.up;

import io.countersign.stack.process.JavaProcess;

/** An application and its process. */
record Part(Application application, JavaProcess process) {}
