package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbPrivacyTest extends PrivacyContract implements DatabaseTarget.OnMariaDb {}
