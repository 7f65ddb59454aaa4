package io.countersign.gateway.notice;

import io.countersign.broker.Broker;
import io.countersign.broker.Subscription;
import io.countersign.broker.Topic;
import io.countersign.events.EventTopics;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes the workers' reports in while the application runs. */
@Component
class ReportIntake implements SmartLifecycle {

    private static final Topic REPORTED = new Topic(EventTopics.REPORTED);
    private static final String GROUP = "auth-gateway-notices";

    private final Broker broker;
    private final NoticeReports reports;
    private volatile @Nullable Subscription subscription;

    ReportIntake(Broker broker, NoticeReports reports) {
        this.broker = broker;
        this.reports = reports;
    }

    @Override
    public void start() {
        subscription = broker.subscribe(REPORTED, GROUP, reports);
    }

    @Override
    public void stop() {
        Subscription running = subscription;
        subscription = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }
}
