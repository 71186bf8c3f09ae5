import { ROLES, type Role, type UserBody } from '@dabiao/contract/session';
import { Alert, Button, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useAddUser } from './admin-queries.ts';
import { ExcludedNote } from './excluded-note.tsx';
import { excludedRoles } from './excluded-roles.ts';
import { roleWord } from './role-words.ts';

interface AddUserProps {
  regions: readonly { code: string; name: string }[];
}

type Fields = Omit<UserBody, 'region'> & { region?: string };

/** A new user; the one-time password is shown once, here. */
export function AddUser({ regions }: AddUserProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const [form] = Form.useForm<Fields>();
  const add = useAddUser();
  const chosen = Form.useWatch('roles', form) ?? [];
  const barred = excludedRoles(chosen);
  const save = ({ region, ...fields }: Fields) =>
    add.mutate({ ...fields, region: region ?? null }, { onSuccess: () => form.resetFields() });
  return (
    <section aria-labelledby="add-user" className="add-user">
      <h2 id="add-user">{t('admin.add')}</h2>
      {add.data ? (
        <Alert
          type="success"
          title={t('admin.added', { name: add.data.user.name })}
          description={
            <>
              {t('admin.password')} <code className="one-time">{add.data.password}</code>
            </>
          }
        />
      ) : null}
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={save} initialValues={{ roles: [] }}>
        <Form.Item name="name" label={t('session.name')} rules={[{ required: true, min: 2, max: 60 }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="displayName" label={t('admin.displayName')} rules={[{ required: true, max: 60 }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="roles"
          label={t('admin.roles')}
          rules={[
            {
              validator: async (_, roles: Role[]) =>
                roles.length > 0 ? undefined : Promise.reject(t('admin.needRole')),
            },
          ]}
        >
          <Checkbox.Group
            options={ROLES.map((role) => ({ value: role, label: roleWord(role, lang), disabled: barred.has(role) }))}
          />
        </Form.Item>
        <ExcludedNote barred={barred} />
        <Form.Item
          name="region"
          label={t('picker.region')}
          extra={t('admin.regionHint')}
          rules={[{ required: chosen.includes('statistician') }]}
        >
          <Select allowClear options={regions.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('admin.save')}
        </Button>
      </Form>
      {add.error ? <ProblemMessage error={add.error} /> : null}
    </section>
  );
}
